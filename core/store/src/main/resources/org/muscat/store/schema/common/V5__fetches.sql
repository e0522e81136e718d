-- What came of asking a feed. outcome: empty while it runs, then OK or FAILED; reason and detail are
-- empty unless it failed. not_before: when the source wants to be asked again, if it said so.
create table "fetch" (
  id ${identity},
  instance text not null,
  feed text not null,
  started bigint not null,
  ended bigint,
  outcome text not null,
  reason text not null,
  detail text not null,
  stored bigint not null,
  unchanged bigint not null,
  rejected bigint not null,
  requests bigint not null,
  bytes bigint not null,
  not_before bigint
);

create index fetch_instance on "fetch" (instance, id);

-- The fetch that brought a delivery; null for an import.
alter table delivery add column "fetch" bigint;

-- A source told the past of a series anew: of its values that were known and older than a month, more
-- than a fifth had changed. Another vintage begins here, of this number at least; until it was read
-- whole, what the source said before is suspect. The delivery brought nothing else.
create table vintage_break (
  source text not null,
  number integer not null,
  instance text not null,
  series text not null,
  overlapping bigint not null,
  changed bigint not null,
  detected bigint not null,
  delivery bigint not null references delivery (id),
  primary key (source, series, number)
) ${clustered};

-- The schedule, as db-scheduler wants it.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
