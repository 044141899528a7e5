"""Assessment (考评): sheets of organisations by edition and day, from registers, members' answers and people's judgement."""
