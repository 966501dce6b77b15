-- Analysed tokens, separated by spaces; secure-delete, so that a withdrawn text leaves no words behind.
create virtual table library_search using fts5 (title, summary, text, tokenize = 'ascii', detail = column);
insert into library_search (library_search, rank) values ('secure-delete', 1);
