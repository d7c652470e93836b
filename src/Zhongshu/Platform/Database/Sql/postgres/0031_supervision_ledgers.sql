-- 督办分册: the topic of an item, and the queries of the board that people keep.
ALTER TABLE supervision_item ADD COLUMN topic character varying(24) NOT NULL DEFAULT '';

CREATE INDEX ix_supervision_item_unit_id_topic_is_open ON supervision_item (unit_id, topic, is_open);

CREATE TABLE supervision_view (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name character varying(30) NOT NULL,
    query character varying(1000) NOT NULL,
    CONSTRAINT pk_supervision_view PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_supervision_view_person_id_name ON supervision_view (person_id, name);
