package com.customerfocus.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that {@link Drawing} finds in careless drawings. */
class DrawingTests {

  /** A passage of the drawing, its replacement, the message. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # not everything drawn
          bpmnElement="lunchServed" | bpmnElement="lunchLost" | lunchServed has 0 shapes instead of one
          bpmnElement="lunchServed" | bpmnElement="lunchLost" | lunchLost has 2 shapes instead of one
          bpmnElement="toServeLunch" | bpmnElement="toLunchLost" | toServeLunch has 0 edges instead of one
          bpmnElement="lunchServed" | bpmnElement="breakfast" | shape lunchServedShape shows nothing of the model
          bpmnElement="toServeLunch" | bpmnElement="toBreakfast" | edge toServeLunchEdge shows nothing of the model
          isExpanded="true" | isExpanded="false" | event subprocess lunchCancellation is not drawn expanded
          isExpanded="true" | '' | event subprocess lunchCancellation is not drawn expanded

          # shapes
          <dc:Bounds x="450" y="102" | <dc:Bounds x="520" y="102" | guestSatDown and serveLunch overlap
          <dc:Bounds x="332" y="142" | <dc:Bounds x="332" y="180" | lunchLate is not on the border of cookLunch
          <dc:Bounds x="572" y="62" | <dc:Bounds x="332" y="142" | lunchLate and soupSpilt overlap
          <dc:Bounds x="350" y="312" | <dc:Bounds x="750" y="312" | lunchCancelled is not inside lunchCancellation
          <dc:Bounds x="197" y="222" | <dc:Bounds x="310" y="302" | lunchRefused and lunchCancellation overlap

          # words
          <dc:Bounds x="80" y="145" width="80" | <dc:Bounds x="80" y="145" width="40" | the label of lunchOrdered is too small for "Lunch ordered"
          name="Guest sat down" | name="Guest sat down at the table" | the label of guestSatDown is too small for "Guest sat down at the table"
          width="90" height="14" | width="300" height="10" | the label of guestSatDown is too small for "Guest sat down"
          name="Kitchen open?" | name="Is the kitchen open?" | the label of isKitchenOpen is too small for "Is the kitchen open?"
          <dc:Bounds x="223" y="154" width="20" | <dc:Bounds x="223" y="154" width="10" | the label of kitchenIsClosed is too small for "no"
          name="Serve the lunch" | name="Serve the lunch hot and with a smile that the guest will not soon forget wherever they go" | serveLunch is too small for "Serve the lunch hot and with a smile that the guest will not soon forget wherever they go"
          name="Cook the lunch" | name="Cook the lunch that was ordered by the guest" | lunchLate hides the name of cookLunch
          <dc:Bounds x="223" y="154" | <dc:Bounds x="205" y="154" | the label of kitchenIsClosed lies on the line kitchenIsClosed
          <dc:Bounds x="370" y="180" | <dc:Bounds x="400" y="212" | the label of lunchLate lies on the line toServeLate
          <dc:Bounds x="370" y="180" | <dc:Bounds x="390" y="150" | the label of lunchLate lies on cookLunch
          <dc:Bounds x="370" y="180" | <dc:Bounds x="430" y="150" | the labels of guestSatDown and lunchLate overlap
          <dc:Bounds x="323" y="355" | <dc:Bounds x="323" y="400" | the label of lunchCancelled is not inside lunchCancellation

          # lines
          <di:waypoint x="138" y="120" /> | <di:waypoint x="145" y="120" /> | toIsKitchenOpen does not start at lunchOrdered
          <di:waypoint x="190" y="120" /> | <di:waypoint x="200" y="120" /> | toIsKitchenOpen does not end at isKitchenOpen
          <di:waypoint x="190" y="120" /> | <di:waypoint x="193" y="97" /> | toIsKitchenOpen does not end at isKitchenOpen
          <di:waypoint x="590" y="160" /> | <di:waypoint x="590" y="80" /> | toServeLate runs through serveLunch
          <di:waypoint x="350" y="220" /> | <di:waypoint x="350" y="330" /> | toServeLate runs through lunchCancellation
          <di:waypoint x="215" y="222" /> | <di:waypoint x="215" y="258" /> | kitchenIsClosed runs through lunchRefused
          <di:waypoint x="590" y="40" /> | <di:waypoint x="590" y="50" /> | toLunchLost runs aslant
          <di:waypoint x="590" y="40" /> | <di:waypoint x="590" y="20" /><di:waypoint x="670" y="20" /><di:waypoint x="670" y="130" /><di:waypoint x="680" y="130" /><di:waypoint x="680" y="40" /> | toLunchLost and toLunchServed cross
          <di:waypoint x="590" y="220" /> | <di:waypoint x="350" y="210" /><di:waypoint x="350" y="190" /><di:waypoint x="420" y="190" /><di:waypoint x="420" y="120" /><di:waypoint x="430" y="120" /><di:waypoint x="430" y="220" /><di:waypoint x="590" y="220" /> | toGuestSatDown and toServeLate cross
          """)
  void whatReadsBadlyIsFound(String passage, String replacement, String fault) {
    assertThat(Drawing.faults(Faulty.with(passage, replacement))).contains(fault);
  }

  @Test
  void twoFlowsMayEndAtTheSamePlace() {
    var model =
        Faulty.with(
            "<di:waypoint x=\"590\" y=\"220\" />\n        <di:waypoint x=\"590\" y=\"160\" />",
            "<di:waypoint x=\"520\" y=\"220\" /><di:waypoint x=\"520\" y=\"160\" />"
                + "<di:waypoint x=\"540\" y=\"160\" />");
    assertThat(Drawing.faults(model)).isEmpty();
    var meeting =
        Faulty.with(
            "<di:waypoint x=\"590\" y=\"220\" />\n        <di:waypoint x=\"590\" y=\"160\" />",
            "<di:waypoint x=\"540\" y=\"220\" /><di:waypoint x=\"540\" y=\"120\" />");
    assertThat(Drawing.faults(meeting)).isEmpty();
  }

  @Test
  void aTidyDrawingHasNoFault() {
    assertThat(Drawing.faults(Faulty.faultless())).isEmpty();
  }
}
