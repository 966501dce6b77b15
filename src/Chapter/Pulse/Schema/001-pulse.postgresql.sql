-- Three questions about a meeting: who has answered, until they close, and the sums of what was answered. Both change in one transaction; no row says what somebody
-- answered, and none when.

create table pulse_answered (
  meeting uuid not null,
  member  uuid not null,
  primary key (meeting, member)
);

create table pulse (
  meeting   uuid primary key,
  opened_at timestamptz not null,  -- when the meeting was closed
  answers   bigint not null,
  useful    bigint not null,       -- the sum of the marks, each from 1 to 5
  heard     bigint not null,
  neutral   bigint not null
);

-- Who came to which meeting that is over.
create view pulse_person as
select g.id                                       as meeting_id,
       (g.state ->> 'closedAt') collate "C"       as closed_at,
       (a.value ->> 'member')::uuid               as member_id
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'attendees') as a(value)
 where g.kind = 'meeting' and g.state ->> 'closedAt' is not null;

-- For the few meetings of the last days.
create index pulse_meeting on grain_state (((state ->> 'closedAt') collate "C")) where kind = 'meeting' and state ->> 'closedAt' is not null;
