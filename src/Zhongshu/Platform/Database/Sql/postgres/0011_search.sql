-- 全文检索: bigram tokens made by the application, with the weights A title, B number, C sender, D text.
CREATE TABLE search_entry (
    matter_id bigint NOT NULL CONSTRAINT pk_search_entry PRIMARY KEY,
    tokens tsvector NOT NULL
);

CREATE INDEX ix_search_entry_tokens ON search_entry USING gin (tokens);
