import Diagnostics
import Dispatch
import Testing

@Suite struct WorkMeterTests {
    @Test func tellsHowFarTheStepHasCome() {
        let meter = WorkMeter()
        #expect(meter.state == WorkState())
        meter.begin(.reading, of: 100)
        meter.advance(by: 30)
        meter.advance(by: 12)
        #expect(meter.state == WorkState(number: 1, step: .reading, done: 42, total: 100))
        meter.begin(.assessing, of: 3)
        #expect(meter.state == WorkState(number: 2, step: .assessing, done: 0, total: 3))
    }

    @Test func losesNothingWhenManyWork() {
        let meter = WorkMeter()
        meter.begin(.reading, of: 10_000)
        DispatchQueue.concurrentPerform(iterations: 1000) { _ in meter.advance(by: 10) }
        #expect(meter.state.done == 10_000)
    }

    @Test func stopsForGood() {
        let meter = WorkMeter()
        #expect(!meter.isStopped)
        meter.stop()
        meter.begin(.reading, of: 1)
        #expect(meter.isStopped)
    }
}
