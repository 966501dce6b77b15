-- Committees and votes as lists see them. Written by nobody: they look into the grains' states.

create view committee as
select id as id, state::text as json, state ->> 'closedAt' as closed_at
  from grain_state
 where kind = 'committee';

-- Whoever was asked to take a seat, holds one or held one: one row each.
create view committee_person as
select g.id as committee_id, (s.value ->> 'id')::uuid as seat_id, 'asked' as part, (s.value #>> '{offer,member}')::uuid as member_id, s.value #>> '{offer,at}' as said_at
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'seats') as s(value)
 where g.kind = 'committee' and s.value #>> '{offer,member}' is not null
union all
select g.id, (s.value ->> 'id')::uuid, 'holds', (s.value #>> '{held,member}')::uuid, s.value #>> '{held,agreedAt}'
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'seats') as s(value)
 where g.kind = 'committee' and s.value #>> '{held,member}' is not null
union all
select g.id, (s.value ->> 'id')::uuid, 'held', (p.value #>> '{term,member}')::uuid, p.value #>> '{term,agreedAt}'
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'seats') as s(value) cross join lateral jsonb_array_elements(s.value -> 'past') as p(value)
 where g.kind = 'committee';

create view vote as
select id                               as id,
       state::text                      as json,
       (state ->> 'committee')::uuid    as committee_id,
       (state #>> '{content,on}') collate "C" as held_on,
       (state ->> 'corrects')::uuid     as corrects
  from grain_state
 where kind = 'vote';

create index vote_by_committee on grain_state (((state ->> 'committee')::uuid), ((state #>> '{content,on}') collate "C") desc, id desc) where kind = 'vote';
