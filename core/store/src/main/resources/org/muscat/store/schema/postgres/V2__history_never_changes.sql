-- Text is compared byte by byte, as SQLite does, whatever the locale of the database.
alter table vintage
  alter column series type text collate "C",
  alter column source type text collate "C";

alter table observation alter column event_key type text collate "C";

alter table confirmation
  alter column first_key type text collate "C",
  alter column last_key type text collate "C";

alter table feed_cursor alter column instance type text collate "C";

-- Two look-ups for each row of a COPY take longer than the COPY itself. One statement of one program
-- inserts observations, in the transaction that made their vintage and delivery, and SQLite does not
-- look either.
alter table observation
  drop constraint observation_vintage_fkey,
  drop constraint observation_delivery_fkey;

create function refuse_to_change() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end
$$;

create trigger observation_is_never_updated before update on observation
for each row execute function refuse_to_change('observations are append-only: a revision is a new row');

create trigger observation_is_never_deleted before delete on observation
for each row execute function refuse_to_change('observations are append-only: they are never deleted');

create trigger confirmation_is_never_updated before update on confirmation
for each row execute function refuse_to_change('confirmations are append-only');

create trigger confirmation_is_never_deleted before delete on confirmation
for each row execute function refuse_to_change('confirmations are append-only');

create trigger delivery_is_never_updated before update on delivery
for each row execute function refuse_to_change('deliveries are append-only');

create trigger delivery_is_never_deleted before delete on delivery
for each row execute function refuse_to_change('deliveries are append-only');

create trigger vintage_keeps_its_name before update of id, series, source, number on vintage
for each row execute function refuse_to_change('a vintage keeps its series, source and number');

create trigger vintage_is_never_deleted before delete on vintage
for each row execute function refuse_to_change('vintages are never deleted');

create trigger observation_is_never_truncated before truncate on observation
for each statement execute function refuse_to_change('observations are append-only: they are never deleted');

create trigger confirmation_is_never_truncated before truncate on confirmation
for each statement execute function refuse_to_change('confirmations are append-only');

create trigger delivery_is_never_truncated before truncate on delivery
for each statement execute function refuse_to_change('deliveries are append-only');

create trigger vintage_is_never_truncated before truncate on vintage
for each statement execute function refuse_to_change('vintages are never deleted');
