-- 全文检索: bigram tokens made by the application; rowid = matter id. The text itself is not kept here.
CREATE VIRTUAL TABLE search_entry USING fts5(title, number, sender, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='1');
