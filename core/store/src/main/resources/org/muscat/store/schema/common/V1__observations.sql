-- Append-only, bitemporal observations. Times are milliseconds since 1970-01-01 UTC.

-- An epoch of one series from one source. first_known is the earliest known-at of its observations.
create table vintage (
  id ${identity},
  series text not null,
  source text not null,
  number integer not null,
  first_known bigint not null,
  unique (series, source, number)
);

-- One transaction of observations; rising ids are the order in which they were recorded.
create table delivery (
  id ${identity},
  recorded bigint not null
);

-- event_key, type and attributes are empty for points. known_basis: F fetched, P published, A assumed.
create table observation (
  vintage bigint not null references vintage (id),
  observed bigint not null,
  event_key text not null,
  known bigint not null,
  value double precision not null,
  type text not null,
  attributes text not null,
  known_basis text not null,
  delivery bigint not null references delivery (id),
  primary key (vintage, observed, event_key, known)
) ${clustered};

-- A stretch of observations that a later delivery repeated unchanged, known again at 'known'.
create table confirmation (
  vintage bigint not null references vintage (id),
  known bigint not null,
  first_observed bigint not null,
  first_key text not null,
  delivery bigint not null references delivery (id),
  last_observed bigint not null,
  last_key text not null,
  known_basis text not null,
  primary key (vintage, known, first_observed, first_key, delivery)
) ${clustered};

-- Where each feed goes on.
create table feed_cursor (
  instance text primary key,
  position text not null,
  recorded bigint not null
) ${clustered};
