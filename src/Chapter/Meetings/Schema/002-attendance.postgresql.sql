-- Who came to which meeting, as long as it is known.
create view meeting_attendee as
select g.id as meeting_id, (a.value ->> 'member')::uuid as member_id
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'attendees') as a(value)
 where g.kind = 'meeting';
