alter table job alter column id type text collate "C";
alter table job_run alter column job type text collate "C";
alter table job_part
  alter column job type text collate "C",
  alter column part type text collate "C";

create function job_run_ends_once() returns trigger language plpgsql as $$
begin raise exception 'a run of a job that ended is never changed'; end $$;

create trigger job_run_ends_once before update on job_run
for each row when (old.ended is not null) execute function job_run_ends_once();

create function job_run_is_only_pruned() returns trigger language plpgsql as $$
begin
  if old.ended is null or not exists (
    select 1 from prune_floor f where f.subject = 'job_run' and old.slot < f.before) then
    raise exception 'runs of jobs are kept: only those below the prune floor go';
  end if;
  return old;
end $$;

create trigger job_run_is_only_pruned before delete on job_run
for each row execute function job_run_is_only_pruned();

create function job_run_is_never_truncated() returns trigger language plpgsql as $$
begin raise exception 'runs of jobs are kept: only those below the prune floor go'; end $$;

create trigger job_run_is_never_truncated before truncate on job_run
for each statement execute function job_run_is_never_truncated();
