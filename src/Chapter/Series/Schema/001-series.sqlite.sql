-- Series as lists see them. Written by nobody: it looks into the grains' states.

create view series as
select id                           as id,
       state                        as json,
       state ->> '$.setup.plan.title' as title
  from grain_state
 where kind = 'series';
