create trigger job_run_ends_once before update on job_run when old.ended is not null
begin select raise(abort, 'a run of a job that ended is never changed'); end;

create trigger job_run_is_only_pruned before delete on job_run
when old.ended is null or not exists (
  select 1 from prune_floor f where f.subject = 'job_run' and old.slot < f.before)
begin select raise(abort, 'runs of jobs are kept: only those below the prune floor go'); end;
