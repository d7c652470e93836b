-- 考核评价: its cycle, praise and reminders, shortcomings, and what results were used for.
CREATE TABLE appraisal_note (
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    words character varying(1000) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_appraisal_note PRIMARY KEY (id)
);

CREATE INDEX ix_appraisal_note_scheme_id_unit_id ON appraisal_note (scheme_id, unit_id);
