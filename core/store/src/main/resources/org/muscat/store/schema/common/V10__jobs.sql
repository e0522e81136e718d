-- When a job runs next and which process runs it, as db-scheduler wants it. Feeds have a table of
-- their own, scheduled_tasks: each scheduler removes what it does not know.
create table job_schedule (
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

create index job_schedule_execution_time on job_schedule (execution_time, priority);
create index job_schedule_last_heartbeat on job_schedule (last_heartbeat);

-- A job that was seen in a configuration. since: then; nothing before is made up for. paused: since
-- when, null if it is not.
create table job (
  id text primary key,
  since bigint not null,
  paused bigint
) ${clustered};

-- A run: a slot of a job, or the moment at which an operator asked for one, is claimed by the row and
-- never run again once it has ended. state: WAITING, RUNNING, then SUCCEEDED, FAILED or TIMED_OUT.
-- attempt grows with each process that takes the run over and each try: only the newest may write.
-- begun: the newest try; done, total: how far it is; resumed: how far it was when that try began;
-- skipped: slots that were missed before it and left out.
create table job_run (
  job text not null,
  slot bigint not null,
  asked text not null,
  kind text not null,
  state text not null,
  node text not null,
  attempt integer not null,
  failures integer not null,
  begun bigint,
  not_before bigint,
  ended bigint,
  done bigint not null,
  total bigint not null,
  resumed bigint not null,
  result_rows bigint not null,
  skipped integer not null,
  message text not null,
  primary key (job, slot)
) ${clustered};

create index job_run_open on job_run (job, slot) where ended is null;

-- How far a part of a run is, such as a theatre of a back-fill, so that it can go on from there.
create table job_part (
  job text not null,
  slot bigint not null,
  part text not null,
  reached bigint not null,
  primary key (job, slot, part)
) ${clustered};
