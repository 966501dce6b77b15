-- Meetings as lists see them. Written by nobody: it looks into the grains' states.
-- A beginning is text on the clocks of its zone, always of the same length: in order, compared byte by byte.

create view meeting as
select id                                                                      as id,
       state::text                                                             as json,
       state ->> 'state'                                                       as state,
       state #>> '{plan,title}'                                                as title,
       state #>> '{plan,language}'                                             as language,
       (state #>> '{plan,start}') collate "C"                                  as begins,
       to_char((state #>> '{plan,start}')::timestamp + make_interval(mins => (state #>> '{plan,minutes}')::int), 'YYYY-MM-DD"T"HH24:MI:SS') collate "C" as ends,
       state #>> '{plan,zone}'                                                 as zone,
       (state #>> '{plan,minutes}')::bigint                                    as minutes,
       state #>> '{plan,mode}'                                                 as mode,
       coalesce((state #>> '{plan,openToGuests}')::boolean, false)::int::bigint as open_to_guests,
       state ->> 'announcedAt'                                                 as announced_at,
       state #>> '{cancellation,at}'                                           as cancelled_at,
       state #>> '{minutes,state}'                                             as minutes_state,
       state #>> '{minutes,approvedAtMeeting}'                                 as approved_at,
       (state ->> 'forgetOn') collate "C"             as forget_on,
       state #>> '{occurrence,series}'                                         as series,
       (state #>> '{occurrence,date}') collate "C"                             as series_date
  from grain_state
 where kind = 'meeting';

-- What was promised and is not done, in every meeting there was.
create view meeting_action as
select g.id                                            as meeting_id,
       g.state #>> '{plan,title}'                      as meeting_title,
       g.state #>> '{plan,language}'                   as language,
       (o.value ->> 'id')::uuid                        as id,
       o.value ->> 'text'                              as text,
       (o.value ->> 'owner')::uuid                     as owner,
       (o.value ->> 'due') collate "C"                 as due,
       o.value ->> 'at'                                as promised_at,
       (o.value #>> '{offered,to}')::uuid              as offered_to,
       o.value #>> '{offered,at}'                      as offered_at
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'outcomes') as o(value)
 where g.kind = 'meeting'
   and (g.state ->> 'openActions')::bigint > 0
   and o.value ->> 'kind' = 'action'
   and o.value ->> 'doneAt' is null;

-- What members proposed to correct in minutes.
create view minutes_correction as
select g.id                                            as meeting_id,
       (c.value ->> 'author')::uuid                    as author,
       c.value ->> 'at'                                as said_at
  from grain_state g cross join lateral jsonb_array_elements(g.state #> '{minutes,corrections}') as c(value)
 where g.kind = 'meeting';

-- Who added which file.
create view meeting_file as
select g.id                                            as meeting_id,
       (f.value ->> 'by')::uuid                        as added_by,
       f.value ->> 'at'                                as added_at
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'files') as f(value)
 where g.kind = 'meeting';

-- Every item of every agenda, for whoever looks where something of theirs was put.
create view meeting_item as
select g.id                                            as meeting_id,
       (i.value ->> 'id')::uuid                        as id,
       g.state ->> 'state'                             as state,
       (g.state #>> '{plan,start}') collate "C"        as begins,
       g.state #>> '{plan,zone}'                       as zone
  from grain_state g cross join lateral jsonb_array_elements(g.state #> '{plan,items}') as i(value)
 where g.kind = 'meeting';

-- Everybody whom a meeting names: who answered, who came, who promised something, who is late.
create view meeting_person as
select g.id as meeting_id, (r.value ->> 'member')::uuid as member_id
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'rsvps') as r(value)
 where g.kind = 'meeting'
 union
select g.id, (a.value ->> 'member')::uuid
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'attendees') as a(value)
 where g.kind = 'meeting'
 union
select g.id, (o.value ->> 'owner')::uuid
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'outcomes') as o(value)
 where g.kind = 'meeting' and o.value ->> 'owner' is not null
 union
select g.id, (t.value ->> 'member')::uuid
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'troubles') as t(value)
 where g.kind = 'meeting';

-- Meetings that still know who answered or came; a number of the meeting's own has taken everybody's place after a time.
create view meeting_named as
select g.id as meeting_id
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'rsvps') as r(value)
 where g.kind = 'meeting' and r.value ->> 'member' not like '%-0000-0000-0000-000000000000'
 union
select g.id
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'attendees') as a(value)
 where g.kind = 'meeting' and a.value ->> 'member' not like '%-0000-0000-0000-000000000000';

-- For the lists by day, for the next one, for the few that somebody still owes something, and for those of a series.
create index meeting_by_start on grain_state (((state #>> '{plan,start}') collate "C"), id) where kind = 'meeting';
create index meeting_by_state on grain_state ((state ->> 'state'), ((state #>> '{plan,start}') collate "C"), id) where kind = 'meeting';
create index meeting_open_actions on grain_state (((state ->> 'openActions')::bigint)) where kind = 'meeting' and (state ->> 'openActions')::bigint > 0;
create index meeting_by_series on grain_state ((state #>> '{occurrence,series}'), ((state #>> '{occurrence,date}') collate "C")) where kind = 'meeting' and state #>> '{occurrence,series}' is not null;
create index meeting_to_forget on grain_state (((state ->> 'forgetOn') collate "C")) where kind = 'meeting' and state ->> 'forgetOn' is not null;
