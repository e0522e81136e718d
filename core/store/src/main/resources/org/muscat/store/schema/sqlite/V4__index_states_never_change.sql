create trigger arrival_is_never_updated before update on arrival
begin select raise(abort, 'arrivals are append-only'); end;

create trigger arrival_is_never_deleted before delete on arrival
begin select raise(abort, 'arrivals are append-only'); end;

create trigger index_state_is_never_updated before update on index_state
begin select raise(abort, 'index states are append-only: another answer is a new row'); end;

create trigger index_state_is_never_deleted before delete on index_state
begin select raise(abort, 'index states are append-only: they are never deleted'); end;

create trigger index_state_again_is_never_updated before update on index_state_again
begin select raise(abort, 'index states are append-only'); end;

create trigger index_state_again_is_never_deleted before delete on index_state_again
begin select raise(abort, 'index states are append-only'); end;
