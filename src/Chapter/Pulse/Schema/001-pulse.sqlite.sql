-- Three questions about a meeting: who has answered, until they close, and the sums of what was answered. Both change in one transaction; no row says what somebody
-- answered, and none when.

create table pulse_answered (
  meeting uuid not null,
  member  uuid not null,
  primary key (meeting, member)
) without rowid;

create table pulse (
  meeting   uuid primary key,
  opened_at timestamptz not null,  -- when the meeting was closed
  answers   bigint not null,
  useful    bigint not null,       -- the sum of the marks, each from 1 to 5
  heard     bigint not null,
  neutral   bigint not null
) without rowid;

-- Who came to which meeting that is over.
create view pulse_person as
select g.id                      as meeting_id,
       g.state ->> '$.closedAt'  as closed_at,
       a.value ->> '$.member'    as member_id
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting' and g.state ->> '$.closedAt' is not null;

-- For the few meetings of the last days.
create index pulse_meeting on grain_state (state ->> '$.closedAt') where kind = 'meeting' and state ->> '$.closedAt' is not null;
