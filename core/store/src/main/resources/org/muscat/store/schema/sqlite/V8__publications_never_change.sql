create trigger publication_is_never_updated before update on publication
begin select raise(abort, 'publications are append-only: another answer is a new row'); end;

create trigger publication_is_only_pruned before delete on publication
when not exists (
  select 1 from prune_floor f where f.subject = 'publication' and old.as_of < f.before)
begin select raise(abort, 'publications are append-only: only those below the prune floor go'); end;

create trigger prune_floor_never_falls before update on prune_floor
when new.subject <> old.subject or new.before < old.before
begin select raise(abort, 'a prune floor never falls'); end;

create trigger prune_floor_is_never_deleted before delete on prune_floor
begin select raise(abort, 'a prune floor is never deleted'); end;
