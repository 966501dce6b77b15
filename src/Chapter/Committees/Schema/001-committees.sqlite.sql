-- Committees and votes as lists see them. Written by nobody: they look into the grains' states.

create view committee as
select id as id, state as json, state ->> '$.closedAt' as closed_at
  from grain_state
 where kind = 'committee';

-- Whoever was asked to take a seat, holds one or held one: one row each.
create view committee_person as
select g.id as committee_id, s.value ->> '$.id' as seat_id, 'asked' as part, s.value ->> '$.offer.member' as member_id, s.value ->> '$.offer.at' as said_at
  from grain_state g, json_each(g.state, '$.seats') s
 where g.kind = 'committee' and s.value ->> '$.offer.member' is not null
union all
select g.id, s.value ->> '$.id', 'holds', s.value ->> '$.held.member', s.value ->> '$.held.agreedAt'
  from grain_state g, json_each(g.state, '$.seats') s
 where g.kind = 'committee' and s.value ->> '$.held.member' is not null
union all
select g.id, s.value ->> '$.id', 'held', p.value ->> '$.term.member', p.value ->> '$.term.agreedAt'
  from grain_state g, json_each(g.state, '$.seats') s, json_each(s.value, '$.past') p
 where g.kind = 'committee';

create view vote as
select id                      as id,
       state                   as json,
       state ->> '$.committee' as committee_id,
       state ->> '$.content.on' as held_on,
       state ->> '$.corrects'  as corrects
  from grain_state
 where kind = 'vote';

create index vote_by_committee on grain_state (state ->> '$.committee', state ->> '$.content.on' desc, id desc) where kind = 'vote';
