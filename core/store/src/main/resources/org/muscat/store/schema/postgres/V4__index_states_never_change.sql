alter table index_state
  alter column theatre type text collate "C",
  alter column model_hash type text collate "C",
  alter column programs type text collate "C";

create trigger arrival_is_never_updated before update on arrival
for each row execute function refuse_to_change('arrivals are append-only');

create trigger arrival_is_never_deleted before delete on arrival
for each row execute function refuse_to_change('arrivals are append-only');

create trigger index_state_is_never_updated before update on index_state
for each row execute function refuse_to_change('index states are append-only: another answer is a new row');

create trigger index_state_is_never_deleted before delete on index_state
for each row execute function refuse_to_change('index states are append-only: they are never deleted');

create trigger index_state_again_is_never_updated before update on index_state_again
for each row execute function refuse_to_change('index states are append-only');

create trigger index_state_again_is_never_deleted before delete on index_state_again
for each row execute function refuse_to_change('index states are append-only');

create trigger arrival_is_never_truncated before truncate on arrival
for each statement execute function refuse_to_change('arrivals are append-only');

create trigger index_state_is_never_truncated before truncate on index_state
for each statement execute function refuse_to_change('index states are append-only: they are never deleted');

create trigger index_state_again_is_never_truncated before truncate on index_state_again
for each statement execute function refuse_to_change('index states are append-only');
