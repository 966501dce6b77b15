-- The first ninety days as they were last saved. Written by nobody: it looks into the grain's state.

create view first_ninety_days as
select id                    as id,
       state                 as json
  from grain_state
 where kind = 'first-ninety-days';
