-- When a job last failed, kept while later runs go well.
ALTER TABLE job_run ADD COLUMN failed_at bigint;
