-- What a tick of the server published of a theatre, so that the same bytes can be computed again.
-- stamp is the newest delivery that was read, document_hash the SHA-256 of the document as it was
-- served. obstacle says why it cannot be computed again, such as a plugin that did not answer just
-- then; null if it can.
create table publication (
  theatre text not null,
  as_of bigint not null,
  stamp bigint not null,
  document_hash text not null,
  model text not null,
  model_hash text not null,
  programs text not null,
  obstacle text,
  recorded bigint not null,
  primary key (theatre, as_of, stamp, document_hash)
) ${clustered};

-- Up to where something may have been pruned: rows of the subject from before that moment. It only
-- rises.
create table prune_floor (
  subject text primary key,
  before bigint not null,
  recorded bigint not null
) ${clustered};
