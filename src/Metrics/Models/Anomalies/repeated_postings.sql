WITH posting AS (
    SELECT city_code,
           published_month,
           concat_ws('|', employer_name, title, description, occupation, district_code, address, education, salary_min, salary_max, openings) AS content
    FROM stg.job_postings
    WHERE superseded_by IS NULL
)
SELECT city_code,
       published_month,
       count(*) AS rows,
       count(*) - count(DISTINCT content) AS repeats
FROM posting
GROUP BY ALL
ORDER BY ALL
