-- Who came to which meeting, as long as it is known.
create view meeting_attendee as
select g.id as meeting_id, a.value ->> '$.member' as member_id
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting';
