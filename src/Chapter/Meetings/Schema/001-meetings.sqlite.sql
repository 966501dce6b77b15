-- Meetings as lists see them. Written by nobody: it looks into the grains' states.
-- A beginning is text on the clocks of its zone, always of the same length: in order as text.

create view meeting as
select id                                              as id,
       state                                           as json,
       state ->> '$.state'                             as state,
       state ->> '$.plan.title'                        as title,
       state ->> '$.plan.language'                     as language,
       state ->> '$.plan.start'                        as begins,
       strftime('%Y-%m-%dT%H:%M:%S', state ->> '$.plan.start', '+' || (state ->> '$.plan.minutes') || ' minutes') as ends,
       state ->> '$.plan.zone'                         as zone,
       state ->> '$.plan.minutes'                      as minutes,
       state ->> '$.plan.mode'                         as mode,
       coalesce(state ->> '$.plan.openToGuests', 0)    as open_to_guests,
       state ->> '$.announcedAt'                       as announced_at,
       state ->> '$.cancellation.at'                   as cancelled_at,
       state ->> '$.minutes.state'                     as minutes_state,
       state ->> '$.minutes.approvedAtMeeting'         as approved_at,
       state ->> '$.forgetOn'                          as forget_on,
       state ->> '$.occurrence.series'                 as series,
       state ->> '$.occurrence.date'                   as series_date
  from grain_state
 where kind = 'meeting';

-- What was promised and is not done, in every meeting there was.
create view meeting_action as
select g.id                                            as meeting_id,
       g.state ->> '$.plan.title'                      as meeting_title,
       g.state ->> '$.plan.language'                   as language,
       o.value ->> '$.id'                              as id,
       o.value ->> '$.text'                            as text,
       o.value ->> '$.owner'                           as owner,
       o.value ->> '$.due'                             as due,
       o.value ->> '$.at'                              as promised_at,
       o.value ->> '$.offered.to'                      as offered_to,
       o.value ->> '$.offered.at'                      as offered_at
  from grain_state g, json_each(g.state, '$.outcomes') o
 where g.kind = 'meeting'
   and g.state ->> '$.openActions' > 0
   and o.value ->> '$.kind' = 'action'
   and o.value ->> '$.doneAt' is null;

-- What members proposed to correct in minutes.
create view minutes_correction as
select g.id                                            as meeting_id,
       c.value ->> '$.author'                          as author,
       c.value ->> '$.at'                              as said_at
  from grain_state g, json_each(g.state, '$.minutes.corrections') c
 where g.kind = 'meeting';

-- Who added which file.
create view meeting_file as
select g.id                                            as meeting_id,
       f.value ->> '$.by'                              as added_by,
       f.value ->> '$.at'                              as added_at
  from grain_state g, json_each(g.state, '$.files') f
 where g.kind = 'meeting';

-- Every item of every agenda, for whoever looks where something of theirs was put.
create view meeting_item as
select g.id                                            as meeting_id,
       i.value ->> '$.id'                              as id,
       g.state ->> '$.state'                           as state,
       g.state ->> '$.plan.start'                      as begins,
       g.state ->> '$.plan.zone'                       as zone
  from grain_state g, json_each(g.state, '$.plan.items') i
 where g.kind = 'meeting';

-- Everybody whom a meeting names: who answered, who came, who promised something, who is late.
create view meeting_person as
select g.id as meeting_id, r.value ->> '$.member' as member_id
  from grain_state g, json_each(g.state, '$.rsvps') r
 where g.kind = 'meeting'
 union
select g.id, a.value ->> '$.member'
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting'
 union
select g.id, o.value ->> '$.owner'
  from grain_state g, json_each(g.state, '$.outcomes') o
 where g.kind = 'meeting' and o.value ->> '$.owner' is not null
 union
select g.id, t.value ->> '$.member'
  from grain_state g, json_each(g.state, '$.troubles') t
 where g.kind = 'meeting';

-- Meetings that still know who answered or came; a number of the meeting's own has taken everybody's place after a time.
create view meeting_named as
select g.id as meeting_id
  from grain_state g, json_each(g.state, '$.rsvps') r
 where g.kind = 'meeting' and r.value ->> '$.member' not like '%-0000-0000-0000-000000000000'
 union
select g.id
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting' and a.value ->> '$.member' not like '%-0000-0000-0000-000000000000';

-- For the lists by day, for the next one, for the few that somebody still owes something, and for those of a series.
create index meeting_by_start on grain_state (state ->> '$.plan.start', id) where kind = 'meeting';
create index meeting_by_state on grain_state (state ->> '$.state', state ->> '$.plan.start', id) where kind = 'meeting';
create index meeting_open_actions on grain_state (state ->> '$.openActions') where kind = 'meeting' and state ->> '$.openActions' > 0;
create index meeting_by_series on grain_state (state ->> '$.occurrence.series', state ->> '$.occurrence.date') where kind = 'meeting' and state ->> '$.occurrence.series' is not null;
create index meeting_to_forget on grain_state (state ->> '$.forgetOn') where kind = 'meeting' and state ->> '$.forgetOn' is not null;
