-- Which practice is put into use where, and what was said of it. Written by nobody: it looks into the grains' states.

create view adoption as
select id                            as id,
       state                         as json,
       state ->> '$.practice.node'   as node,
       state ->> '$.practice.id'     as practice_id,
       state ->> '$.organization'    as organization_id
  from grain_state
 where kind = 'adoption' and json_array_length(state, '$.steps') > 0;

create view adoption_step as
select g.id                as adoption_id,
       s.value ->> '$.by'  as said_by,
       s.value ->> '$.at'  as said_at
  from grain_state g, json_each(g.state, '$.steps') s
 where g.kind = 'adoption';
