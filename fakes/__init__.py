"""The world of the guide: the phone and its apps, the kiosk, the counter, the centre and the card.

The parts meet on three wires only: `Screen` (a person and a device), APDUs (a reader and
the card) and the reservation centre's calls. `fakes.world.World` wires them together.
"""
