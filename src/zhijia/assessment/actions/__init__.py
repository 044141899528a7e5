"""The writers of assessment: judgements, surveys, frozen sheets."""
