-- Notices on their way out of the house: channels, people's choices, one delivery for each notice and channel. The old outbox was never written to.
DROP TABLE outbox_message;

CREATE TABLE notice_channel (
    channel character varying(24) NOT NULL,
    is_on boolean NOT NULL,
    mode integer NOT NULL,
    target character varying(300) NOT NULL,
    uses_tls boolean NOT NULL,
    login character varying(120) NOT NULL,
    protected_secret character varying(1000) NOT NULL,
    sender character varying(120) NOT NULL,
    site_address character varying(200) NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT pk_notice_channel PRIMARY KEY (channel)
);

CREATE TABLE notice_preference (
    person_id bigint NOT NULL,
    channel character varying(24) NOT NULL,
    mode integer NOT NULL,
    CONSTRAINT pk_notice_preference PRIMARY KEY (person_id, channel)
);

CREATE TABLE notice_delivery (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    person_id bigint NOT NULL,
    channel character varying(24) NOT NULL,
    at bigint NOT NULL,
    not_before bigint NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    batch_id bigint,
    address character varying(300),
    ended_at bigint,
    reason character varying(400),
    CONSTRAINT pk_notice_delivery PRIMARY KEY (id)
);

CREATE INDEX ix_notice_delivery_state_not_before ON notice_delivery (state, not_before);

CREATE INDEX ix_notice_delivery_state_id ON notice_delivery (state, id);

CREATE INDEX ix_notice_delivery_notice_id ON notice_delivery (notice_id);
