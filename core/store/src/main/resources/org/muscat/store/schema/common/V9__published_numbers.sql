-- What was published in a few numbers, so that a line can be drawn without computing it again. All are
-- null in rows from before; stability, lower and upper are null without a score, regime if none is judged.
alter table publication add column status text;
alter table publication add column stability double precision;
alter table publication add column lower double precision;
alter table publication add column upper double precision;
alter table publication add column coverage double precision;
alter table publication add column regime text;
