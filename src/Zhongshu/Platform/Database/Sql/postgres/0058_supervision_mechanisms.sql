-- 督查督办: what was issued of which items, and the standing mechanisms with their topics.
CREATE TABLE supervision_held (
    id bigint NOT NULL,
    mechanism_id bigint NOT NULL,
    "on" date NOT NULL,
    conclusion character varying(1000) NOT NULL,
    recorded_by character varying(60) NOT NULL,
    CONSTRAINT pk_supervision_held PRIMARY KEY (id)
);

CREATE TABLE supervision_mechanism (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    members character varying(4000) NOT NULL,
    since date NOT NULL,
    ended_on date,
    last_on date,
    kept_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_mechanism PRIMARY KEY (id)
);

CREATE TABLE supervision_report (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    number character varying(80) NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    issued_on date NOT NULL,
    sent_to character varying(200) NOT NULL,
    items integer NOT NULL,
    issued_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_report PRIMARY KEY (id)
);

CREATE TABLE supervision_reported (
    report_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_reported PRIMARY KEY (matter_id, report_id)
);

CREATE TABLE supervision_topic (
    id bigint NOT NULL,
    mechanism_id bigint NOT NULL,
    text character varying(500) NOT NULL,
    exchange character varying(24) NOT NULL,
    who character varying(120) NOT NULL,
    raised_on date NOT NULL,
    result character varying(1000) NOT NULL,
    settled_on date,
    recorded_by character varying(60) NOT NULL,
    CONSTRAINT pk_supervision_topic PRIMARY KEY (id)
);

CREATE INDEX ix_supervision_held_mechanism_id ON supervision_held (mechanism_id);

CREATE INDEX ix_supervision_mechanism_unit_id_ended_on ON supervision_mechanism (unit_id, ended_on);

CREATE INDEX ix_supervision_report_unit_id_issued_on ON supervision_report (unit_id, issued_on);

CREATE INDEX ix_supervision_reported_report_id ON supervision_reported (report_id);

CREATE INDEX ix_supervision_topic_mechanism_id_settled_on ON supervision_topic (mechanism_id, settled_on);
