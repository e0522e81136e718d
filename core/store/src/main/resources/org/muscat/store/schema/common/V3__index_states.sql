-- What a delivery brought to a vintage: the earliest known-at of what it stored.
create table arrival (
  vintage bigint not null references vintage (id),
  delivery bigint not null references delivery (id),
  first_known bigint not null,
  primary key (vintage, delivery)
) ${clustered};

create index arrival_delivery on arrival (delivery);

insert into arrival (vintage, delivery, first_known)
select vintage, delivery, min(known) from observation group by vintage, delivery;

-- What the index said. programs names engine and plugins with their versions, stamp is the newest
-- delivery that was read. document and checkpoint mean nothing to the store.
create table index_state (
  id ${identity},
  theatre text not null,
  model text not null,
  model_hash text not null,
  programs text not null,
  as_of bigint not null,
  stamp bigint not null,
  status text not null,
  stability double precision,
  lower double precision,
  upper double precision,
  document text not null,
  checkpoint text,
  recorded bigint not null,
  unique (theatre, model_hash, programs, as_of, stamp)
);

create index index_state_checkpoint on index_state (theatre, model_hash, programs, as_of, stamp)
where checkpoint is not null;

-- A state with a checkpoint came out the same again when more deliveries were read.
create table index_state_again (
  state bigint not null references index_state (id),
  stamp bigint not null,
  primary key (state, stamp)
) ${clustered};
