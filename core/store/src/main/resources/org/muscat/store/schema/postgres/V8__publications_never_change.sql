create function publication_is_never_updated() returns trigger language plpgsql as $$
begin raise exception 'publications are append-only: another answer is a new row'; end $$;

create trigger publication_is_never_updated before update on publication
for each row execute function publication_is_never_updated();

create function publication_is_only_pruned() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from prune_floor f where f.subject = 'publication' and old.as_of < f.before) then
    raise exception 'publications are append-only: only those below the prune floor go';
  end if;
  return old;
end $$;

create trigger publication_is_only_pruned before delete on publication
for each row execute function publication_is_only_pruned();

create function publication_is_never_truncated() returns trigger language plpgsql as $$
begin raise exception 'publications are append-only: only those below the prune floor go'; end $$;

create trigger publication_is_never_truncated before truncate on publication
for each statement execute function publication_is_never_truncated();

create function prune_floor_never_falls() returns trigger language plpgsql as $$
begin
  if new.subject <> old.subject or new.before < old.before then
    raise exception 'a prune floor never falls';
  end if;
  return new;
end $$;

create trigger prune_floor_never_falls before update on prune_floor
for each row execute function prune_floor_never_falls();

create function prune_floor_is_never_deleted() returns trigger language plpgsql as $$
begin raise exception 'a prune floor is never deleted'; end $$;

create trigger prune_floor_is_never_deleted before delete on prune_floor
for each row execute function prune_floor_is_never_deleted();

create trigger prune_floor_is_never_truncated before truncate on prune_floor
for each statement execute function prune_floor_is_never_deleted();
