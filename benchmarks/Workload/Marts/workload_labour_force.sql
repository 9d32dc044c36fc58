/*---
mart: workload_labour_force
describes: Labour force, a stated level.
sources: { workload_labour_force: 劳动力（基准数据） }
dimensions: { month: INTEGER }
measures: [labour_force]
levels: true
---*/
SELECT origin,
       district_code AS area_code,
       month,
       labour_force
FROM input.workload_labour_force
