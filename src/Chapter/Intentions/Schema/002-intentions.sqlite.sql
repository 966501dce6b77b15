-- Who would like to try what, one row an intention. Written by nobody: it looks into the grains' states.

create view intention as
select g.id                           as member_id,
       i.value ->> '$.id'             as id,
       i.value ->> '$.practice.node'  as node,
       i.value ->> '$.practice.id'    as practice_id,
       i.value ->> '$.at'             as said_at,
       i.value ->> '$.askAt'          as ask_at,
       i.value ->> '$.state'          as state
  from grain_state g, json_each(g.state, '$.all') i
 where g.kind = 'intentions';
