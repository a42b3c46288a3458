//! How long the way from one meeting to the next takes.

use super::delegation::{Delegation, End, Travel};
use super::named::{Demands, Named};
use super::place::same_city;
use super::puzzle::Places;
use super::route::{Route, city};
use std::collections::BTreeSet;

/// Minutes between two cities: as is said, else what is left between any two places.
pub fn city_way(delegation: &Delegation, demands: &Demands, a: &str, b: &str) -> i64 {
    let stated = ways(delegation, demands).find_map(|travel| {
        let [End::City(x), End::City(y)] = &travel.between else { return None };
        let joins = (same_city(x, a) && same_city(y, b)) || (same_city(x, b) && same_city(y, a));
        joins.then_some(travel.minutes)
    });
    stated.unwrap_or_else(|| general(delegation, demands)) as i64
}

/// The places of a visit on a route. With tables, all hosts of a day come to a hall, one in each city; else
/// each is met at a place of its own.
///
/// A way that is said of two hosts goes before one of a host and a city, and that before what is left
/// between any two places; cities that are nearer to each other than that are so for their hosts too.
pub fn places(delegation: &Delegation, route: &Route, demands: &Demands) -> Places {
    let by_host = |t: &Travel| t.between.iter().any(|end| matches!(end, End::Host(_)));
    if general(delegation, demands) == 0 && !ways(delegation, demands).any(by_host) {
        return Places::default();
    }
    let (halls, hall_of_day) = halls(delegation, route);
    let hosts = delegation.hosts.len();
    let mut cities: Vec<Option<&str>> = delegation.hosts.iter().map(|h| h.city.as_deref()).collect();
    cities.extend(halls);
    let mut minutes = vec![vec![general(delegation, demands) as u32; cities.len()]; cities.len()];
    for travel in ways(delegation, demands) {
        if let [End::City(a), End::City(b)] = &travel.between {
            each(&inside(&cities, a), &inside(&cities, b), |x, y| {
                minutes[x][y] = minutes[x][y].min(travel.minutes as u32);
            });
        }
    }
    let mut stated = BTreeSet::new();
    for travel in ways(delegation, demands) {
        if let [End::Host(host), End::City(city)] | [End::City(city), End::Host(host)] = &travel.between {
            each(&[*host], &inside(&cities, city), |x, y| {
                // From both ends something may be said: the longer one holds.
                let longer = minutes[x][y].max(travel.minutes as u32);
                minutes[x][y] = if stated.insert((x, y)) { travel.minutes as u32 } else { longer };
            });
        }
    }
    for travel in ways(delegation, demands) {
        if let [End::Host(a), End::Host(b)] = &travel.between {
            each(&[*a], &[*b], |x, y| minutes[x][y] = travel.minutes as u32);
        }
    }
    (0..cities.len()).for_each(|n| minutes[n][n] = 0);
    let hall = |slot: &super::delegation::Slot| hall_of_day[slot.day].map(|hall| hosts + hall);
    Places { of_host: (0..hosts).collect(), halls: delegation.slots.iter().map(hall).collect(), minutes }
}

/// Minutes of the way from the meeting with one host to that with another, at the slots of a plan.
pub fn minutes(
    delegation: &Delegation,
    route: &Route,
    places: &Places,
    from: (usize, usize),
    to: (usize, usize),
) -> u32 {
    let spent_in = |slot: usize| city(delegation, route, delegation.slots[slot].day);
    let cities = spent_in(from.1).zip(spent_in(to.1)).filter(|(a, b)| !same_city(a, b));
    let by_city = cities.map_or(0, |(a, b)| city_way(delegation, &Demands::default(), a, b));
    places.way(from, to).max(by_city as u32)
}

/// What is said of ways and holds.
fn ways<'a>(delegation: &'a Delegation, demands: &'a Demands) -> impl Iterator<Item = &'a Travel> {
    let kept = |(n, _): &(usize, &Travel)| demands.keeps(Named::Way(*n));
    delegation.travel.iter().enumerate().filter(kept).map(|(_, travel)| travel)
}

fn general(delegation: &Delegation, demands: &Demands) -> usize {
    if demands.keeps(Named::BetweenPlaces) { delegation.between_places } else { 0 }
}

/// The cities of the halls, and the hall of each day.
fn halls<'a>(delegation: &'a Delegation, route: &Route) -> (Vec<Option<&'a str>>, Vec<Option<usize>>) {
    let mut halls: Vec<Option<&str>> = Vec::new();
    let mut of_day = Vec::new();
    for (d, day) in delegation.days.iter().enumerate() {
        let spent_in = city(delegation, route, d);
        let same = |hall: &Option<&str>| match (hall, spent_in) {
            (Some(a), Some(b)) => same_city(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        of_day.push(day.tables.map(|_| {
            halls.iter().position(same).unwrap_or_else(|| {
                halls.push(spent_in);
                halls.len() - 1
            })
        }));
    }
    (halls, of_day)
}

/// The places in a city.
fn inside(cities: &[Option<&str>], city: &str) -> Vec<usize> {
    (0..cities.len()).filter(|n| cities[*n].is_some_and(|other| same_city(other, city))).collect()
}

/// Every place of one list with every other one of another, in both directions.
fn each(from: &[usize], to: &[usize], mut set: impl FnMut(usize, usize)) {
    for x in from {
        for y in to.iter().filter(|y| *y != x) {
            set(*x, *y);
            set(*y, *x);
        }
    }
}
