-- Series as they were last saved. Written by nobody: it looks into the grains' states.

create view series as
select id                    as id,
       state::text           as json
  from grain_state
 where kind = 'series';
