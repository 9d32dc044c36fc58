/*---
mart: openings_by_employer
describes: Openings by industry and kind of the employer, newly published in the month, and the change of those in force. Postings whose employer is not in the register of the city take no part.
sources: { job_postings: 招聘岗位, employers: 用人单位 }
registers: [employers]
dimensions: { month: INTEGER, industry_of_three: VARCHAR, industry: VARCHAR, unit_kind: VARCHAR }
measures: [openings_new, openings_change]
conditions:
  posting.openings IS NOT NULL: { zh: 没有招聘人数, en: No number of openings }
---*/
-- Names of GB/T 4754-2017, of sections and of divisions. Divisions 05, 11 and 43 belong to the third industry although their sections do not.
WITH industry (name, section, of_three) AS (
    VALUES
        ('农、林、牧、渔业', 'A', '1'),
        ('农业', 'A', '1'),
        ('林业', 'A', '1'),
        ('畜牧业', 'A', '1'),
        ('渔业', 'A', '1'),
        ('农、林、牧、渔专业及辅助性活动', 'A', '3'),
        ('采矿业', 'B', '2'),
        ('煤炭开采和洗选业', 'B', '2'),
        ('石油和天然气开采业', 'B', '2'),
        ('黑色金属矿采选业', 'B', '2'),
        ('有色金属矿采选业', 'B', '2'),
        ('非金属矿采选业', 'B', '2'),
        ('开采专业及辅助性活动', 'B', '3'),
        ('其他采矿业', 'B', '2'),
        ('制造业', 'C', '2'),
        ('农副食品加工业', 'C', '2'),
        ('食品制造业', 'C', '2'),
        ('酒、饮料和精制茶制造业', 'C', '2'),
        ('烟草制品业', 'C', '2'),
        ('纺织业', 'C', '2'),
        ('纺织服装、服饰业', 'C', '2'),
        ('皮革、毛皮、羽毛及其制品和制鞋业', 'C', '2'),
        ('木材加工和木、竹、藤、棕、草制品业', 'C', '2'),
        ('家具制造业', 'C', '2'),
        ('造纸和纸制品业', 'C', '2'),
        ('印刷和记录媒介复制业', 'C', '2'),
        ('文教、工美、体育和娱乐用品制造业', 'C', '2'),
        ('石油、煤炭及其他燃料加工业', 'C', '2'),
        ('化学原料和化学制品制造业', 'C', '2'),
        ('医药制造业', 'C', '2'),
        ('化学纤维制造业', 'C', '2'),
        ('橡胶和塑料制品业', 'C', '2'),
        ('非金属矿物制品业', 'C', '2'),
        ('黑色金属冶炼和压延加工业', 'C', '2'),
        ('有色金属冶炼和压延加工业', 'C', '2'),
        ('金属制品业', 'C', '2'),
        ('通用设备制造业', 'C', '2'),
        ('专用设备制造业', 'C', '2'),
        ('汽车制造业', 'C', '2'),
        ('铁路、船舶、航空航天和其他运输设备制造业', 'C', '2'),
        ('电气机械和器材制造业', 'C', '2'),
        ('计算机、通信和其他电子设备制造业', 'C', '2'),
        ('仪器仪表制造业', 'C', '2'),
        ('其他制造业', 'C', '2'),
        ('废弃资源综合利用业', 'C', '2'),
        ('金属制品、机械和设备修理业', 'C', '3'),
        ('电力、热力、燃气及水生产和供应业', 'D', '2'),
        ('电力、热力生产和供应业', 'D', '2'),
        ('燃气生产和供应业', 'D', '2'),
        ('水的生产和供应业', 'D', '2'),
        ('建筑业', 'E', '2'),
        ('房屋建筑业', 'E', '2'),
        ('土木工程建筑业', 'E', '2'),
        ('建筑安装业', 'E', '2'),
        ('建筑装饰、装修和其他建筑业', 'E', '2'),
        ('批发和零售业', 'F', '3'),
        ('批发业', 'F', '3'),
        ('零售业', 'F', '3'),
        ('交通运输、仓储和邮政业', 'G', '3'),
        ('铁路运输业', 'G', '3'),
        ('道路运输业', 'G', '3'),
        ('水上运输业', 'G', '3'),
        ('航空运输业', 'G', '3'),
        ('管道运输业', 'G', '3'),
        ('多式联运和运输代理业', 'G', '3'),
        ('装卸搬运和仓储业', 'G', '3'),
        ('邮政业', 'G', '3'),
        ('住宿和餐饮业', 'H', '3'),
        ('住宿业', 'H', '3'),
        ('餐饮业', 'H', '3'),
        ('信息传输、软件和信息技术服务业', 'I', '3'),
        ('电信、广播电视和卫星传输服务', 'I', '3'),
        ('互联网和相关服务', 'I', '3'),
        ('软件和信息技术服务业', 'I', '3'),
        ('金融业', 'J', '3'),
        ('货币金融服务', 'J', '3'),
        ('资本市场服务', 'J', '3'),
        ('保险业', 'J', '3'),
        ('其他金融业', 'J', '3'),
        ('房地产业', 'K', '3'),
        ('租赁和商务服务业', 'L', '3'),
        ('租赁业', 'L', '3'),
        ('商务服务业', 'L', '3'),
        ('科学研究和技术服务业', 'M', '3'),
        ('研究和试验发展', 'M', '3'),
        ('专业技术服务业', 'M', '3'),
        ('科技推广和应用服务业', 'M', '3'),
        ('水利、环境和公共设施管理业', 'N', '3'),
        ('水利管理业', 'N', '3'),
        ('生态保护和环境治理业', 'N', '3'),
        ('公共设施管理业', 'N', '3'),
        ('土地管理业', 'N', '3'),
        ('居民服务、修理和其他服务业', 'O', '3'),
        ('居民服务业', 'O', '3'),
        ('机动车、电子产品和日用产品修理业', 'O', '3'),
        ('其他服务业', 'O', '3'),
        ('教育', 'P', '3'),
        ('卫生和社会工作', 'Q', '3'),
        ('卫生', 'Q', '3'),
        ('社会工作', 'Q', '3'),
        ('文化、体育和娱乐业', 'R', '3'),
        ('新闻和出版业', 'R', '3'),
        ('广播、电视、电影和录音制作业', 'R', '3'),
        ('文化艺术业', 'R', '3'),
        ('体育', 'R', '3'),
        ('娱乐业', 'R', '3'),
        ('公共管理、社会保障和社会组织', 'S', '3'),
        ('中国共产党机关', 'S', '3'),
        ('国家机构', 'S', '3'),
        ('人民政协、民主党派', 'S', '3'),
        ('社会保障', 'S', '3'),
        ('群众团体、社会团体和其他成员组织', 'S', '3'),
        ('基层群众自治组织及其他组织', 'S', '3'),
        ('国际组织', 'T', '3')
),
employer AS (
    SELECT city_code,
           unit_id,
           industry,
           CASE WHEN unit_kind LIKE '%国有%' OR unit_kind LIKE '%国企%' THEN '2'
                WHEN unit_kind LIKE '%港%' OR unit_kind LIKE '%台商%' OR unit_kind LIKE '%外商%' OR unit_kind LIKE '%外资%' OR unit_kind LIKE '%合资%' THEN '4'
                WHEN unit_kind LIKE '%个体%' THEN '5'
                WHEN unit_kind LIKE '%机关%' OR unit_kind LIKE '%事业%' OR unit_kind LIKE '%团体%' THEN '1'
                WHEN unit_kind LIKE '%民营%' OR unit_kind LIKE '%私营%' OR unit_kind LIKE '%公司%' OR unit_kind LIKE '%合伙%' OR unit_kind LIKE '%独资%' THEN '3'
                ELSE '9'
           END AS unit_kind
    FROM input.employers
    WHERE unit_id IS NOT NULL
),
opening AS (
    SELECT posting.origin,
           posting.district_code,
           posting.published_month,
           posting.ended_month,
           posting.openings,
           employer.industry,
           employer.unit_kind
    FROM input.job_postings AS posting
    JOIN employer
      ON employer.city_code = posting.city_code AND employer.unit_id = posting.unit_id
    WHERE posting.openings IS NOT NULL
),
known AS (
    SELECT opening.*,
           industry.section,
           industry.of_three
    FROM opening
    JOIN industry
      ON industry.name = opening.industry
    UNION ALL
    SELECT opening.*,
           NULL AS section,
           NULL AS of_three
    FROM opening
    WHERE industry IS NULL OR industry NOT IN (SELECT name FROM industry)
)
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       CAST(of_three AS VARCHAR) AS industry_of_three,
       CAST(section AS VARCHAR) AS industry,
       unit_kind,
       openings AS openings_new,
       openings AS openings_change
FROM known
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(ended_month, published_month) AS month,
       CAST(of_three AS VARCHAR) AS industry_of_three,
       CAST(section AS VARCHAR) AS industry,
       unit_kind,
       0 AS openings_new,
       -openings AS openings_change
FROM known
WHERE ended_month IS NOT NULL
