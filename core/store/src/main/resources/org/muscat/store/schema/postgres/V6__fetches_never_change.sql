alter table vintage_break
  alter column source type text collate "C",
  alter column series type text collate "C";

create function refuse_fetch_change() returns trigger language plpgsql as $$
begin
  raise exception 'a fetch that ended is never changed';
end $$;

create trigger fetch_is_never_changed before update on "fetch"
for each row when (old.ended is not null) execute function refuse_fetch_change();

create function refuse_vintage_break_change() returns trigger language plpgsql as $$
begin
  raise exception 'vintage breaks are append-only';
end $$;

create trigger vintage_break_is_never_changed before update or delete on vintage_break
for each row execute function refuse_vintage_break_change();

create trigger vintage_break_is_never_emptied before truncate on vintage_break
for each statement execute function refuse_vintage_break_change();
