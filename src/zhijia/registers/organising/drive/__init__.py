"""The founding drive (工会组建): survey rounds, lists from other offices, nail units. Who is to be asked, and what came of it."""
