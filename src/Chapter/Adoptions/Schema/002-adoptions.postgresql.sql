-- Which practice is put into use where, and what was said of it. Written by nobody: it looks into the grains' states.

create view adoption as
select id                                    as id,
       state                                 as json,
       state #>> '{practice,node}'           as node,
       (state #>> '{practice,id}')::uuid     as practice_id,
       (state ->> 'organization')::uuid      as organization_id
  from grain_state
 where kind = 'adoption' and jsonb_array_length(state -> 'steps') > 0;

create view adoption_step as
select g.id                              as adoption_id,
       (s.value ->> 'by')::uuid          as said_by,
       (s.value ->> 'at') collate "C"    as said_at
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'steps') as s(value)
 where g.kind = 'adoption';
