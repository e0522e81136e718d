create trigger fetch_is_never_changed before update on "fetch" when old.ended is not null
begin select raise(abort, 'a fetch that ended is never changed'); end;

create trigger vintage_break_is_never_updated before update on vintage_break
begin select raise(abort, 'vintage breaks are append-only'); end;

create trigger vintage_break_is_never_deleted before delete on vintage_break
begin select raise(abort, 'vintage breaks are append-only'); end;
