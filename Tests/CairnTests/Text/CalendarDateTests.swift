import Testing

@testable import Cairn

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("every day from 1890 to 2110 survives components, description and parsing")
  func roundTrip() {
    for day in CalendarDate(1890, 1, 1).day...CalendarDate(2110, 12, 31).day {
      let date = CalendarDate(day: day)
      let (year, month, dayOfMonth) = date.components
      #expect(CalendarDate(year, month, dayOfMonth) == date)
      #expect(CalendarDate(date.description) == date)
    }
  }

  @Test(
    "months are clamped to the month's end",
    arguments: [
      ("2026-01-31", "1 month", "2026-02-28"), ("2024-01-31", "1 month", "2024-02-29"), ("2024-02-29", "1 year", "2025-02-28"),
      ("2026-11-22", "12 weeks", "2027-02-14"),
    ])
  func adding(from: String, duration: String, to: String) throws {
    let start = try #require(CalendarDate(from))
    let length = try #require(CalendarDuration(duration))
    #expect(start.adding(length).description == to)
  }

  @Test("what is no date is refused", arguments: ["2026-02-30", "2026-13-01", "01/02/2026", "2026-1-1", "0000-01-01", "２０２６-01-01"])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
    #expect(PartialDate(text) == nil)
  }
}
