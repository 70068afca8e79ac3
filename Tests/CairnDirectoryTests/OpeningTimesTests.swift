import Cairn
import Testing

@testable import CairnDirectory

@Suite("Opening times in words")
struct OpeningTimesTests {
  /// Schedules as `FREQ;BYDAY;10:00-12:00;more`, read as a directory's are.
  private func words(_ schedules: [String: String]..., knownOn: CalendarDate? = nil) -> [String] {
    let records = schedules.map { fields -> Record in
      let keys = fields.keys.sorted()
      let columns = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
      return Record(.schedule, .row(columns: columns, values: keys.map { fields[$0] ?? "" }), file: "x", line: 1)
    }
    return RecordReader(log: DefectLog()).times(records, knownOn: knownOn)
  }

  private func week(_ days: String, _ opens: String = "10:00", _ closes: String = "12:00", _ more: [String: String] = [:]) -> [String:
    String]
  {
    ["freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes].merging(more) { $1 }
  }

  @Test(
    "days of the week",
    arguments: [
      ("TU", "Tuesdays"), ("TU,TH", "Tuesdays and Thursdays"), ("FR,MO,WE", "Mondays, Wednesdays and Fridays"),
      ("MO,TU,WE,TH,FR", "Monday to Friday"), ("MO,TU,WE,SA", "Monday to Wednesday and Saturday"), ("SA,SU", "Saturdays and Sundays"),
      ("MO,TU,WE,TH,FR,SA,SU", "every day"), ("Tuesday; thurs", "Tuesdays and Thursdays"), ("1MO", "Mondays"), ("MO,MO", "Mondays"),
    ])
  func days(byday: String, words expected: String) {
    #expect(words(week(byday)) == ["\(expected), 10:00 to 12:00"])
  }

  @Test(
    "every other, third or further week",
    arguments: [
      ("2", "FR", "every other Friday"), ("3", "FR", "every third Friday"), ("4", "FR", "every fourth Friday"),
      ("6", "FR", "every 6 weeks on Friday"), ("2", "TU,TH", "every other week on Tuesday and Thursday"),
      ("2", "MO,TU,WE", "every other week on Monday to Wednesday"), ("2", "MO,TU,WE,TH,FR,SA,SU", "every other week"),
    ])
  func interval(interval: String, byday: String, words expected: String) {
    #expect(words(week(byday, "10:00", "12:00", ["interval": interval])) == ["\(expected), 10:00 to 12:00"])
  }

  @Test(
    "days of the month",
    arguments: [
      ("1MO", "", "the first Monday of the month"), ("-1FR", "", "the last Friday of the month"),
      ("1SA,3SA", "", "the first and third Saturday of the month"), ("-2WE", "", "the second-to-last Wednesday of the month"),
      ("1MO,-1FR", "", "the first Monday and the last Friday of the month"), ("MO", "", "Mondays"),
      ("", "1,22", "the 1st and 22nd of the month"), ("", "3,11", "the 3rd and 11th of the month"),
      ("", "-1", "the last day of the month"), ("", "-3", "the 3rd-to-last day of the month"), ("", "", "once a month"),
    ])
  func months(byday: String, bymonthday: String, words expected: String) {
    #expect(words(["freq": "MONTHLY", "byday": byday, "bymonthday": bymonthday]) == [expected])
  }

  @Test("every other month, and once in many")
  func monthInterval() {
    #expect(words(["freq": "MONTHLY", "byday": "1MO", "interval": "2"]) == ["the first Monday of every other month"])
    #expect(words(["freq": "MONTHLY", "interval": "3"]) == ["once every third month"])
    #expect(words(["freq": "MONTHLY", "dtstart": "2026-09-14"]) == ["the 14th of the month"])
  }

  @Test(
    "hours",
    arguments: [
      ("09:00", "17:30:00", "9:00 to 17:30"), ("0930", "1200", "9:30 to 12:00"), ("9am", "9:30 pm", "9:00 to 21:30"),
      ("18:00", "02:00", "18:00 to 2:00 the next day"), ("18:00", "00:00", "18:00 to midnight"), ("18:00", "24:00", "18:00 to midnight"),
      ("00:00", "23:59", "all day"), ("00:00", "00:00", "all day"), ("10:00", "", "from 10:00"), ("", "12:00", "until 12:00"),
      ("10:00", "10:00", "from 10:00"), ("09:00Z", "17:00+01:00", "9:00 to 17:00"), ("9.15", "12.45", "9:15 to 12:45"),
      ("2026-09-01T10:00:00", "12:00:00.000", "10:00 to 12:00"), ("12am", "12pm", "0:00 to 12:00"),
    ])
  func hours(opens: String, closes: String, words expected: String) {
    #expect(words(week("TU", opens, closes)) == ["Tuesdays, \(expected)"])
  }

  @Test("a time that is none is passed over, and the day stays")
  func noTime() {
    for text in ["25:00", "10:60", "noon", "13pm", "10", ":", "10:00:00:00:00", "99999999999999999999:00"] {
      #expect(words(week("TU", text, "")) == ["Tuesdays"])
    }
  }

  @Test("limits, and what had begun when the entry was checked")
  func limits() {
    let autumn = ["valid_from": "2026-09-01"]
    #expect(words(week("TU", "10:00", "12:00", autumn)) == ["Tuesdays, 10:00 to 12:00, from 1 September 2026"])
    #expect(words(week("TU", "10:00", "12:00", autumn), knownOn: CalendarDate(2026, 10, 1)) == ["Tuesdays, 10:00 to 12:00"])
    #expect(
      words(week("TU", "10:00", "12:00", autumn), knownOn: CalendarDate(2026, 8, 1)) == ["Tuesdays, 10:00 to 12:00, from 1 September 2026"])
    #expect(words(week("TU", "10:00", "12:00", ["until": "20270630T000000Z"])) == ["Tuesdays, 10:00 to 12:00, until 30 June 2027"])
    #expect(
      words(week("TU", "10:00", "12:00", ["until": "2027-06-30", "valid_to": "2027-03-31", "valid_from": "2027-01-05"]))
        == ["Tuesdays, 10:00 to 12:00, from 5 January 2027 to 31 March 2027"])
    #expect(
      words(week("TU", "10:00", "12:00", ["count": "8", "dtstart": "2027-01-05"]))
        == ["Tuesdays, 10:00 to 12:00, 8 times, from 5 January 2027"])
  }

  @Test("schedules of single days join, whether they share their hours or their days")
  func joining() {
    #expect(
      words(week("MO"), week("TU"), week("WE"), week("FR", "14:00", "16:00")) == [
        "Monday to Wednesday, 10:00 to 12:00", "Fridays, 14:00 to 16:00",
      ])
    #expect(
      words(week("MO", "13:00", "15:00"), week("MO"), week("TU"), week("TU", "13:00", "15:00"))
        == ["Mondays and Tuesdays, 10:00 to 12:00 and 13:00 to 15:00"])
    #expect(words(week("MO"), week("MO")) == ["Mondays, 10:00 to 12:00"])
    #expect(words(week("MO"), week("TU", "10:00", "12:00", ["until": "2027-06-30"])).count == 2)
  }

  @Test("what the days do not say, the first day says")
  func start() {
    #expect(words(["freq": "WEEKLY", "dtstart": "2026-09-01"]) == ["Tuesdays"])
    #expect(words(["freq": "DAILY"]) == ["every day"])
    #expect(words(["freq": "DAILY", "interval": "2"]) == ["every other day"])
    #expect(words(["freq": "YEARLY", "dtstart": "2026-05-03"]) == ["every year on 3 May"])
    #expect(words(["dtstart": "2027-05-03", "opens_at": "10:00"]) == ["on 3 May 2027, from 10:00"])
    #expect(words(["opens_at": "10:00", "closes_at": "12:00"]) == ["10:00 to 12:00"])
    #expect(words(["byday": "TU"]) == ["Tuesdays"] && words(["byday": "2TU"]) == ["the second Tuesday of the month"])
    #expect(words(["weekday": "1"]) == ["Mondays"] && words(["weekday": "7"]) == ["Sundays"] && words(["weekday": "0"]) == ["Sundays"])
  }

  @Test("where a schedule is words alone, its words stand")
  func description() {
    #expect(words(["description": "By arrangement"], ["notes": "Ask at the desk"]) == ["By arrangement", "Ask at the desk"])
    #expect(words(["freq": "HOURLY", "description": "Every hour"]) == ["Every hour"])
    #expect(words([:]) == [])
  }

  @Test("no schedule makes nonsense or stops the reader")
  func hostile() {
    let values = ["", "-1", "0", "99999999999999999999", "1e400", "MO", "-9MO", "0MO", "XX", "\u{1B}[31m", "2026-02-30", "nan", "é"]
    for key in ["freq", "interval", "byday", "bymonthday", "until", "count", "valid_from", "valid_to", "dtstart", "opens_at", "closes_at"] {
      for value in values { _ = words(week("TU", "10:00", "12:00", [key: value]), ["freq": "MONTHLY"].merging([key: value]) { $1 }) }
    }
    #expect(words(week("TU", "10:00", "12:00", ["count": "1e12"])) == ["Tuesdays, 10:00 to 12:00"])
    #expect(words(week("TU,XX")) == ["Tuesdays, 10:00 to 12:00"])
    #expect(words(week("XX")) == [])
  }
}
