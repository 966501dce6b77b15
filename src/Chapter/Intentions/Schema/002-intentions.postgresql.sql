-- Who would like to try what, one row an intention. Written by nobody: it looks into the grains' states.

create view intention as
select g.id                                as member_id,
       (i.value ->> 'id')::uuid            as id,
       i.value #>> '{practice,node}'       as node,
       (i.value #>> '{practice,id}')::uuid as practice_id,
       (i.value ->> 'at') collate "C"      as said_at,
       (i.value ->> 'askAt') collate "C"   as ask_at,
       i.value ->> 'state'                 as state
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'all') as i(value)
 where g.kind = 'intentions';
