-- Which move brought which meeting, and documents for which: also those that were taken out again.
create view meeting_moved_in as
select id                                              as meeting_id,
       state #>> '{movedIn,run}'                       as run,
       state ->> 'id'                                  as still_id,
       state #>> '{plan,title}'                        as title,
       (state #>> '{plan,start}') collate "C"          as begins
  from grain_state
 where kind = 'meeting' and state #>> '{movedIn,run}' is not null;

create view meeting_file_moved_in as
select g.id                                            as meeting_id,
       f.value ->> 'movedInBy'                         as run
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'files') as f(value)
 where g.kind = 'meeting' and f.value ->> 'movedInBy' is not null;
