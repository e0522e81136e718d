create trigger observation_is_never_updated before update on observation
begin select raise(abort, 'observations are append-only: a revision is a new row'); end;

create trigger observation_is_never_deleted before delete on observation
begin select raise(abort, 'observations are append-only: they are never deleted'); end;

create trigger confirmation_is_never_updated before update on confirmation
begin select raise(abort, 'confirmations are append-only'); end;

create trigger confirmation_is_never_deleted before delete on confirmation
begin select raise(abort, 'confirmations are append-only'); end;

create trigger delivery_is_never_updated before update on delivery
begin select raise(abort, 'deliveries are append-only'); end;

create trigger delivery_is_never_deleted before delete on delivery
begin select raise(abort, 'deliveries are append-only'); end;

create trigger vintage_keeps_its_name before update of id, series, source, number on vintage
begin select raise(abort, 'a vintage keeps its series, source and number'); end;

create trigger vintage_is_never_deleted before delete on vintage
begin select raise(abort, 'vintages are never deleted'); end;
