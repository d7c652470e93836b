-- 督查督办: agreement before a letter is sent, talks, the digest of an instruction, tasks under tasks, who answers for a task, causes of what was found.
ALTER TABLE supervision_item ADD COLUMN purpose character varying(1000) NOT NULL DEFAULT '';
ALTER TABLE supervision_item ADD COLUMN gist character varying(1000) NOT NULL DEFAULT '';
ALTER TABLE supervision_item ADD COLUMN course character varying(2000) NOT NULL DEFAULT '';
ALTER TABLE supervision_item ADD COLUMN scheme character varying(4000) NOT NULL DEFAULT '';
ALTER TABLE supervision_task ADD COLUMN parent_number integer;
ALTER TABLE supervision_task ADD COLUMN person_name character varying(60) NOT NULL DEFAULT '';
ALTER TABLE supervision_task ADD COLUMN is_fallback boolean NOT NULL DEFAULT false;
ALTER TABLE supervision_finding ADD COLUMN cause character varying(500) NOT NULL DEFAULT '';
ALTER TABLE supervision_visit ADD COLUMN points character varying(200) NOT NULL DEFAULT '';

CREATE TABLE supervision_agreement (
    task_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    state integer NOT NULL,
    words character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    recorded_by character varying(60) NOT NULL,
    asked_at bigint NOT NULL,
    at bigint,
    CONSTRAINT pk_supervision_agreement PRIMARY KEY (task_id, unit_id)
);

CREATE TABLE supervision_talk (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    "on" date NOT NULL,
    "with" character varying(300) NOT NULL,
    issue character varying(1000) NOT NULL,
    result character varying(2000) NOT NULL,
    recorded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_talk PRIMARY KEY (id)
);

CREATE INDEX ix_supervision_agreement_matter_id ON supervision_agreement (matter_id);

CREATE INDEX ix_supervision_talk_matter_id ON supervision_talk (matter_id);
