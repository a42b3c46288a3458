//! Names of Chinese companies: a place at will, the brand, and the lines of business behind it.

/// Lines of business, the longest first. A name may stop behind any of them: 联影医疗 for 联影医疗科技.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "生物", "医疗", "医药", "医学", "制药", "药业", "科技", "技术", "工程", "电子", "发展", "制品", "器械", "设备", "仪器", "系统", "材料", "健康",
];

/// Provinces and cities that companies set before their names at will.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "黑龙江", "内蒙古", "石家庄", "连云港", "北京", "上海", "天津", "重庆", "江苏", "浙江", "广东", "山东", "四川", "河北", "辽宁", "安徽", "甘肃", "湖北", "湖南",
    "河南", "福建", "陕西", "云南", "海南", "贵州", "江西", "山西", "吉林", "广西", "宁夏", "青海", "新疆", "西藏", "深圳", "广州", "苏州", "杭州", "南京", "成都",
    "武汉", "兰州", "烟台", "济南", "青岛", "大连", "沈阳", "长春", "厦门", "福州", "合肥", "南昌", "长沙", "郑州", "西安", "昆明", "贵阳", "南宁", "无锡",
    "常州", "泰州", "南通", "宁波", "温州", "珠海", "佛山", "东莞", "太原", "临沂", "济宁", "潍坊", "威海",
];

/// A brand of fewer characters is too short to be told without its line of business.
const LEAST_BRAND: usize = 3;

/// The name of a Chinese company in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Company {
    /// The name without its lines of business, with its place.
    whole: String,
    /// The same without its place.
    brand: String,
    /// The lines of business, from left to right.
    lines: Vec<&'static str>,
}

impl Company {
    /// The parts of a name without its legal form.
    pub(super) fn of(name: &str) -> Company {
        let (mut whole, mut lines) = (name, Vec::new());
        while let Some((rest, line)) = LINES.iter().find_map(|l| Some((whole.strip_suffix(l)?, *l))) {
            if rest.chars().count() < 2 {
                break;
            }
            whole = rest;
            lines.insert(0, line);
        }
        let long = |rest: &&str| rest.chars().count() >= 2;
        let placeless = PLACES.iter().find_map(|place| whole.strip_prefix(place)).filter(long);
        let brand =
            placeless.map_or(whole, |rest| rest.strip_prefix(['市', '省']).filter(long).unwrap_or(rest));
        Company { whole: whole.to_string(), brand: brand.to_string(), lines }
    }

    /// Whether two names are of one company: the same brand, and lines of business of which one name
    /// tells more than the other, never something else.
    pub(super) fn is_same(&self, other: &Company) -> bool {
        let (short, long) = if self.lines.len() <= other.lines.len() { (self, other) } else { (other, self) };
        if long.lines.is_empty() {
            return self.whole == other.whole;
        }
        let told = !short.lines.is_empty() || self.brand.chars().count() >= LEAST_BRAND;
        self.brand == other.brand && told && long.lines.starts_with(&short.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_company_under_longer_and_shorter_names() {
        let same = |a: &str, b: &str| Company::of(a).is_same(&Company::of(b));
        for (a, b) in [
            ("上海联影医疗科技", "联影医疗"),
            ("深圳迈瑞生物医疗电子", "迈瑞生物医疗电子"),
            ("云南沃森生物技术", "沃森生物"),
            ("深圳市新产业生物医学工程", "新产业"),
            ("安徽智飞龙科马生物制药", "安徽智飞龙科马"),
        ] {
            assert!(same(a, b), "{a} and {b}");
        }
        for (a, b) in [
            ("国药集团一致药业", "国药"),
            ("科兴制药", "科兴"),
            ("恒瑞医疗", "恒瑞医药"),
            ("药明生物技术", "药明合联"),
            ("上海工业园区", "苏州工业园区"),
        ] {
            assert!(!same(a, b), "{a} and {b}");
        }
    }
}
