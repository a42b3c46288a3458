//! Which city each day is spent in: all routes that a visit may take.

use super::delegation::{Delegation, minutes};
use super::named::{Demands, Named};
use super::place::same_city;
use super::ways::city_way;
use crate::error::{Error, ErrorKind, Result};

/// The city of each day, by its place among those of the day; `None` where it does not matter where hosts are.
pub type Route = Vec<Option<usize>>;

/// The most routes that are looked at.
pub const MOST_ROUTES: usize = 2_000;

/// All routes. A day that may choose does not go back to a city that was left before, and the way from
/// one city to the next has to fit between the last meeting here and the first one there. None where that
/// cannot be.
///
/// # Errors
/// Too many routes.
pub fn routes(delegation: &Delegation, demands: &Demands) -> Result<Vec<Route>> {
    let mut routes = vec![Route::new()];
    for day in 0..delegation.days.len() {
        let next = |route: Route| -> Vec<Route> {
            let cities = delegation.days[day].cities.len();
            // Where the city of a day is left out, all of them are alike.
            let looked_at = |cities| if demands.keeps(Named::City(day)) { cities } else { 1 };
            let choices: Vec<Option<usize>> =
                if cities == 0 { vec![None] } else { (0..looked_at(cities)).map(Some).collect() };
            let fits = |choice: &Option<usize>| fits(delegation, demands, &route, *choice);
            choices.into_iter().filter(fits).map(|c| [route.clone(), vec![c]].concat()).collect()
        };
        routes = routes.into_iter().flat_map(next).collect();
        if routes.len() > MOST_ROUTES {
            let message = format!("the days allow more than {MOST_ROUTES} routes between cities");
            return Err(Error::new(ErrorKind::Value, message).hint("name fewer cities for some of the days"));
        }
    }
    Ok(routes)
}

/// The name of the city of a day.
pub fn city<'a>(delegation: &'a Delegation, route: &Route, day: usize) -> Option<&'a str> {
    route[day].map(|c| delegation.days[day].cities[c].as_str())
}

fn fits(delegation: &Delegation, demands: &Demands, route: &Route, choice: Option<usize>) -> bool {
    let day = route.len();
    if !demands.keeps(Named::City(day)) {
        return true;
    }
    let here = choice.map(|c| delegation.days[day].cities[c].as_str());
    let Some((here, before)) = here.zip(day.checked_sub(1)) else { return true };
    let last = city(delegation, route, before).filter(|_| demands.keeps(Named::City(before)));
    let stays = last.is_some_and(|last| same_city(last, here));
    let left = |d: &usize| city(delegation, route, *d).is_some_and(|c| same_city(c, here));
    let was_here = (0..before).filter(|d| demands.keeps(Named::City(*d))).any(|d| left(&d));
    if !stays && was_here && delegation.days[day].cities.len() > 1 {
        return false;
    }
    let slots = &delegation.slots;
    let leaves = slots[delegation.days[before].slots.end - 1].end;
    let arrives = slots[delegation.days[day].slots.start].start;
    let way = |last: &str| if stays { 0 } else { city_way(delegation, demands, last, here) };
    last.is_none_or(|last| minutes(arrives) - minutes(leaves) >= way(last))
}
