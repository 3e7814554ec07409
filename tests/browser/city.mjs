// A city with a history: the demo folder's people, its pages full of data, and the walk from a service to the report.

export async function city(tour, house) {
  const told = house.demo();
  await house.serve();
  tour.tally.check('demo tells of its people', Object.keys(told).length > 0);
}
